/** What remains possible with every defence on, for the end of each report. */
export const remainingAttacks: readonly string[] = [
  "Who names by summaries (--naming summaries) lets a model that obeys an attacker choose among words that enough accounts use, and their order; that choice can tell a target's secret. Publish by phrases.",
  "A phrase is told or not told by the draw of one account with a chance of one in the unit of its cluster's counts; an analyst that writes many agreed words into what it says of a target multiplies that. In clusters of a few dozen accounts this is more than a guess; in those of the preset public it is small for a few words.",
  "An attacker with as many accounts as a threshold asks for is a group of people to every rule: with 100 accounts and a tenth of a cluster an invented word is published, with 5 a common one.",
  "A slogan of dictionary words that fifty accounts say is a topic to every rule on words: it may be published like any other.",
  "An attacker who has all accounts of a cluster but one sees in its size, rounded, whether the last is there.",
  "Conversations without accounts count as accounts of their own: whoever sends many of them is many.",
  "What a cluster says of all its members is true of each member: who knows that somebody is in it learns it.",
  "Of earlier releases of a project only the last two are kept to be held against a new one; two runs without a project are not held against each other at all.",
];
