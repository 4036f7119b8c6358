/** Figures as wide as the column, with their caption; and the headline with its meter. */
import type { Figure, Headline } from '../../blocks.ts';
import { baseline, type Flow } from '../flow.ts';
import { addElement } from '../structure.ts';
import { STYLE } from '../theme.ts';
import { drawFigure } from './rows.ts';

const CAPTION_GAP = 5;

/** Points a unit of the drawing: as wide as the column, unless it would then be taller than a page. */
function scaleOf(flow: Flow, figure: Figure, captionHeight: number): number {
  return Math.min(flow.width / figure.drawing.width, (flow.bottom - flow.top - captionHeight) / figure.drawing.height);
}

function captionHeight(flow: Flow, figure: Figure): number {
  return figure.caption === undefined ? 0 : CAPTION_GAP + flow.set(figure.caption, STYLE.small).length * STYLE.small.leading;
}

export function figureHeight(flow: Flow, figure: Figure): number {
  const below = captionHeight(flow, figure);
  return figure.drawing.height * scaleOf(flow, figure, below) + below;
}

export function drawFigureBlock(flow: Flow, figure: Figure): void {
  const below = captionHeight(flow, figure);
  const scale = scaleOf(flow, figure, below);
  flow.room(figure.drawing.height * scale + below);
  const group = flow.element('Div');
  drawFigure(flow, group, { ...figure, scale }, flow.left, flow.y);
  flow.y += figure.drawing.height * scale;
  if (figure.caption === undefined) return;
  flow.y += CAPTION_GAP;
  flow.runningText(addElement(group, 'P'), flow.set(figure.caption, STYLE.small), STYLE.small);
}

const HEADLINE = { meter: 118, gap: 22, leastBeside: 150, rowGap: 8 } as const;
const BESIDE = { ...STYLE.body, leading: 14 } as const;

/** The word stands on one baseline with meter and text; where it is too long for that, they go below it, and it is set smaller where it would take several lines. */
function arrange(flow: Flow, headline: Headline) {
  const style = flow.set(headline.word, STYLE.word).length === 1 ? STYLE.word : STYLE.longWord;
  const word = flow.set(headline.word, style);
  const scale = HEADLINE.meter / headline.meter.drawing.width;
  const wordWidth = Math.max(...word.map((line) => line.width));
  const abreast = word.length === 1 && wordWidth + HEADLINE.meter + 2 * HEADLINE.gap + HEADLINE.leastBeside <= flow.width;
  const meterX = abreast ? flow.left + wordWidth + HEADLINE.gap : flow.left;
  const besideX = meterX + HEADLINE.meter + HEADLINE.gap;
  const width = flow.right - besideX;
  const beside = headline.beside.map((text) => flow.set(text, BESIDE, width));
  const besideHeight = beside.reduce((sum, lines) => sum + lines.length * BESIDE.leading, 0);
  const wordHeight = word.length * style.leading;
  const meterHeight = headline.meter.drawing.height * scale;
  const height = abreast ? Math.max(wordHeight, besideHeight) : wordHeight + HEADLINE.rowGap + Math.max(besideHeight, meterHeight);
  return { word, style, scale, abreast, meterX, besideX, width, beside, besideHeight, wordHeight, meterHeight, height };
}

export function headlineHeight(flow: Flow, headline: Headline): number {
  return arrange(flow, headline).height;
}

export function drawHeadline(flow: Flow, headline: Headline): void {
  const { word, style, scale, abreast, meterX, besideX, width, beside, besideHeight, wordHeight, meterHeight, height } = arrange(
    flow,
    headline,
  );
  flow.room(height);
  const group = flow.element('Div');
  const top = flow.y;
  const wordTop = abreast ? top + height - wordHeight : top;
  const foot = wordTop + baseline(style);
  flow.sheet.lines(addElement(group, 'P'), word, { x: flow.left, width: flow.width }, foot, style);
  const below = top + wordHeight + HEADLINE.rowGap;
  drawFigure(flow, group, { ...headline.meter, scale }, meterX, abreast ? foot - meterHeight : below);
  // Side by side, the last line of the text shares the word's baseline unless the text is the taller of the two.
  let y = abreast ? Math.max(top, foot - besideHeight + BESIDE.leading - baseline(BESIDE)) : below;
  for (const lines of beside) {
    flow.sheet.lines(addElement(group, 'P'), lines, { x: besideX, width }, y + baseline(BESIDE), BESIDE);
    y += lines.length * BESIDE.leading;
  }
  flow.y = top + height;
}
