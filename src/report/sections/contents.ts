import type { Block } from '../blocks.ts';
import type { Context } from './context.ts';

/** The parts after the summary, each with its page. */
export function contents({ t }: Context, parts: readonly Block[]): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: t('report.contents') },
    { kind: 'contents', entries: parts.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [block.text] : [])) },
  ];
}
