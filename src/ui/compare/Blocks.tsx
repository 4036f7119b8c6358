import { createElement, type ReactNode } from 'react';
import type { Block, Cell, Rich, Table } from '../../report/blocks.ts';
import { visible } from '../../report/pdf/visible.ts';
import { DrawingSvg } from '../figures/DrawingSvg.tsx';
import styles from './Blocks.module.css';

interface Props {
  readonly blocks: readonly Block[];
  /** Level of the headings that are the report's first. */
  readonly level: 2 | 3;
}

/** Parts of the printed report on the screen: the same blocks, so that both say the same. */
export function Blocks({ blocks, level }: Props) {
  return blocks.map((block) => <OneBlock key={JSON.stringify(block)} block={block} level={level} />);
}

/** @throws RangeError for a block that only a whole report has: a programmer's error */
function OneBlock({ block, level }: { readonly block: Block; readonly level: 2 | 3 }): ReactNode {
  switch (block.kind) {
    case 'heading':
      // A note may begin with a third level; on the screen nothing is skipped.
      return createElement(`h${Math.min(3, level + block.level - 1)}`, null, block.text);
    case 'paragraph':
      return (
        <p className={block.style === 'small' ? `${styles.text} muted small` : styles.text}>
          <Runs of={block.text} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item) => (
        <li key={JSON.stringify(item)}>
          <Runs of={item} />
        </li>
      ));
      return block.ordered ? <ol className={styles.list}>{items}</ol> : <ul className={styles.list}>{items}</ul>;
    }
    case 'table':
      return <TableBlock table={block} />;
    case 'figure':
      return (
        <figure className={styles.figure}>
          <DrawingSvg drawing={block.drawing} label={block.alt} />
          {block.caption && <figcaption className="muted small">{block.caption}</figcaption>}
        </figure>
      );
    case 'facts':
      return (
        <dl className={`facts ${styles.facts}`}>
          {block.items.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Runs of={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'note':
      return (
        <div className={`${styles.note} ${styles[block.tone]}`}>
          <Blocks blocks={block.blocks} level={level} />
        </div>
      );
    default:
      throw new RangeError(`no ${block.kind} on the screen`);
  }
}

/** Where it is wider than its place it becomes one list a row, each cell with the head of its column. */
function TableBlock({ table: { caption, columns, rows } }: { readonly table: Table }) {
  return (
    <table className={styles.table}>
      {caption && <caption className="muted small">{caption}</caption>}
      <thead>
        <tr>
          {columns.map(({ head, align }) => (
            <th key={head} scope="col" className={align && styles.end}>
              {unbroken(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={JSON.stringify(row)}>
            {columns.map(({ head, align, rowHeader }, i) =>
              rowHeader ? (
                <th key={head} scope="row">
                  <CellContent of={row[i]} />
                </th>
              ) : (
                <td key={head} data-head={head} className={align && styles.end}>
                  <CellContent of={row[i]} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From and to stay on one line. */
const unbroken = (head: string): string => head.replaceAll('–', '\u2060–\u2060');

function CellContent({ of = '' }: { readonly of: Cell | undefined }) {
  if (typeof of === 'object' && 'kind' in of) return <DrawingSvg drawing={of.drawing} label={of.alt} />;
  return (
    <span className={styles.text}>
      <Runs of={of} />
    </span>
  );
}

/** Text with what is strong in it, and what is code; what is hidden in it is named. */
export function Runs({ of }: { readonly of: Rich }) {
  if (typeof of === 'string') return visible(of);
  // Texts of one cell may be alike; they never move.
  return of.map(({ text, strong, code, lang }, i) =>
    createElement(strong ? 'strong' : code ? 'code' : 'span', { key: `${i} ${text}`, lang }, visible(text)),
  );
}
