/** The rules that figures are reckoned by: a change of any of them that could change a figure of any assessment takes the next number. */
export const ENGINE = 'soundings-engine/1';
