/** States of a history, to be compared. */
import type { State } from '../../../src/core/line.ts';

/** Order of answers and of details means nothing, nor whether a map was copied; what they are does. */
export const plain = (state: State) => ({ ...state, answers: new Map([...state.answers].sort()), given: new Map([...state.given].sort()) });
