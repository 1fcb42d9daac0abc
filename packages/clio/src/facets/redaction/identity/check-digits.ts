/** Digits of a number, separators left out. */
export function toDigits(value: string): readonly number[] {
  return Array.from(value.replace(/\D/g, ""), Number);
}

/** Sum of the first digits times their weights. */
export function weighDigits(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
}

/** Whether the last digit is that of Luhn's algorithm (ISO/IEC 7812-1), and not all digits are one. */
export function hasLuhnDigit(value: string): boolean {
  const digits = toDigits(value).toReversed();
  const sum = digits.reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? digit : digit * 2;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0 && new Set(digits).size > 1;
}

/** Whether two numbers of month and day are possible; days may be raised by 40, months by 20, 40, 50 or 80, as some countries do. */
export function isMonthAndDay(month: number, day: number): boolean {
  const plain = [80, 50, 40, 20].reduce((rest, raised) => (rest > raised ? rest - raised : rest), month);
  const date = day > 40 ? day - 40 : day;
  return plain >= 1 && plain <= 12 && date >= 1 && date <= 31;
}
