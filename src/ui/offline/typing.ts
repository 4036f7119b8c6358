/** Has something been entered on the page now shown that would be lost if it were loaded again? */

/** Pages of questions keep what is entered as it is entered. */
const KEEPS_ITSELF = /^#\/a\/[^/]+\/s\//;

let enteredAt: string | null = null;

export function watchTyping(): void {
  document.addEventListener('input', () => {
    enteredAt = location.hash;
  });
}

/** Another page, or the same one left and come back to, begins anew. */
export const isTypedInto = (): boolean => enteredAt === location.hash && !KEEPS_ITSELF.test(location.hash);
