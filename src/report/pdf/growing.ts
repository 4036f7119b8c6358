/**
 * Bytes one after another, in room that doubles. A page is written in thousands of short texts, and to keep them all costs more than to
 * write each at once.
 */
export class Growing {
  #room: Uint8Array;
  #length = 0;

  /** `room`: for so many bytes at first. */
  constructor(room: number) {
    this.#room = new Uint8Array(room);
  }

  get length(): number {
    return this.#length;
  }

  /** A text that has one character a byte. */
  text(text: string): void {
    const at = this.#take(text.length);
    for (let i = 0; i < text.length; i += 1) this.#room[at + i] = text.charCodeAt(i);
  }

  bytes(part: Uint8Array): void {
    const at = this.#take(part.length);
    this.#room.set(part, at);
  }

  /** What was written from one place to another, until more is. */
  part(from: number, to: number): Uint8Array {
    return this.#room.subarray(from, to);
  }

  /** All of it. */
  copy(): Uint8Array {
    return this.#room.slice(0, this.#length);
  }

  /** Room for so many bytes more; where they begin. */
  #take(count: number): number {
    const at = this.#length;
    this.#length += count;
    if (this.#length > this.#room.length) {
      const larger = new Uint8Array(2 * this.#length);
      larger.set(this.#room);
      this.#room = larger;
    }
    return at;
  }
}
