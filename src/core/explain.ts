import { evaluateCondition, type View } from './conditions.ts';
import type { Answers } from './format/answer.ts';
import type { Condition } from './format/condition.ts';
import type { Model } from './model.ts';
import type { Result } from './result.ts';
import { not, type Truth } from './truth.ts';

/** Why a gate stands as it does: ids of questions (and sections) in the order of the condition. */
export interface Explanation {
  /** Its answers fulfil their part of the condition. */
  readonly because: readonly string[];
  /** Its answers are open, incomplete or too weakly shown, and could decide (method G3). */
  readonly dependsOn: readonly string[];
  readonly sections: readonly string[];
}

/** Splits a gate's condition into the statements that hold and those that are not settled, through earlier gates. */
export function explainGate(model: Model, answers: Answers, result: Result, gate: string): Explanation {
  const view: View = {
    applicable: (index) => result.questions[index]?.applicable ?? 'undetermined',
    answer: (index) => answers.get(model.items[index]?.question.id ?? ''),
    section: (index) => result.sections[index]?.interval ?? null,
    gate: (id) => result.gates.find((one) => one.id === id)?.state ?? 'false',
  };
  const because = new Set<string>();
  const dependsOn = new Set<string>();
  const sections = new Set<string>();
  const walk = (condition: Condition, wanted: boolean): void => {
    switch (condition.op) {
      case 'all':
      case 'any':
        for (const one of condition.of) walk(one, wanted);
        break;
      case 'not':
        walk(condition.of, !wanted);
        break;
      case 'gate': {
        const earlier = model.gates.find((one) => one.id === condition.gate);
        if (earlier) walk(earlier.when, wanted);
        break;
      }
      case 'section-at-least':
        sections.add(condition.section);
        break;
      default: {
        const found = evaluateCondition(condition, model, view, wanted ? 'false' : 'true');
        const truth: Truth = wanted ? found : not(found);
        if (truth === 'true') because.add(condition.question);
        if (truth === 'undetermined') dependsOn.add(condition.question);
      }
    }
  };
  const found = model.gates.find((one) => one.id === gate);
  if (found) walk(found.when, true);
  return { because: [...because].filter((id) => !dependsOn.has(id)), dependsOn: [...dependsOn], sections: [...sections] };
}
