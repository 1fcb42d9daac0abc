/** "a" or "an", by the sound that the next word most likely starts with. */
export function articleFor(next: string): "a" | "an" {
  const word = next.toLowerCase();
  if (/^(?:hour|honest|heir|honou?r|herb\b)/u.test(word)) return "an";
  if (/^(?:uni(?!n|m)|eu|ewe|one\b|once|ukulele|u[bcfhjkqrst][aeiou]|usu)/u.test(word)) return "a";
  if (/^(?:[aefhilmnorsx](?:-|\b)|[aeiou])/u.test(word)) return "an";
  return "a";
}
