/** Has something been entered on the page now shown that would be lost if it were loaded again? */

/** Pages of questions keep what is entered as it is entered. */
const KEEPS_ITSELF = /^#\/a\/[^/]+\/s\//;

let enteredAt: string | null = null;

const note = (): void => {
  enteredAt = location.hash;
};

/** Begins to look; more than once is as good as once. */
export const watchTyping = (): void => document.addEventListener('input', note);

/** Another page, or the same one left and come back to, begins anew. */
export const isTypedInto = (): boolean => enteredAt === location.hash && !KEEPS_ITSELF.test(location.hash);
