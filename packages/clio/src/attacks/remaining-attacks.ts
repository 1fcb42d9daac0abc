/** What remains possible with every defence on, for the end of each report. */
export const remainingAttacks: readonly string[] = [
  "Who names by summaries (--naming summaries) lets a model that obeys an attacker choose among words that enough accounts use, and their order; that choice can tell a target's secret. Publish by phrases.",
  "Who names by phrases lets an account move what is told of its cluster with a chance of 3 % at most in clusters of 250 accounts and more, and in all with the preset public; with explore 8 % at 100 accounts and 13 % at 60. An account in several clusters has that chance in each.",
  "An attacker with as many accounts as a threshold asks for is a group of people to every rule: with 100 accounts (preset public: 3,000) and a tenth of a cluster an invented word is published, with 5 a common one.",
  "A slogan of dictionary words that fifty accounts say is a topic to every rule on words: it may be published like any other.",
  "An attacker who has all accounts of a cluster but one sees in its size, rounded, whether the last is there.",
  "Conversations without accounts count as accounts of their own: whoever sends many of them is many.",
  "What a cluster says of all its members is true of each member: who knows that somebody is in it learns it.",
  "Of earlier releases of a project only the last two are kept to be held against a new one; two runs without a project are not held against each other at all.",
];
