/** Exact fractions, for a second and independent reckoning of the score. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    const sign = bottom < 0n ? -1n : 1n;
    this.top = top * sign;
    this.bottom = bottom * sign;
  }

  /** Of a decimal number as it is written: 33.3 is 333/10. */
  static of(decimal: number): Fraction {
    const [whole = '0', part = ''] = String(decimal).split('.');
    return new Fraction(BigInt(whole + part), 10n ** BigInt(part.length));
  }
  plus = (other: Fraction) => new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  minus = (other: Fraction) => this.plus(new Fraction(-other.top, other.bottom));
  times = (other: Fraction) => new Fraction(this.top * other.top, this.bottom * other.bottom);
  over = (other: Fraction) => this.times(new Fraction(other.bottom, other.top));
  isBelow = (other: Fraction) => this.top * other.bottom < other.top * this.bottom;
  isZero = () => this.top === 0n;
  /** The nearest number, good to fifteen digits after the point. */
  toNumber = () => Number((this.top * 10n ** 15n) / this.bottom) / 1e15;
}
