/**
 * The least that answering can cost: elements made by hand, five questions at a time, and a score that is moved by what
 * changed and never computed again. It takes clicks on single choices; the other fields are drawn and left alone.
 */
import type { FloorFile, FloorQuestion } from '../../floor.mjs';

const { sections }: FloorFile = await (await fetch(`${location.search.slice(1)}.json`)).json();
const output = document.querySelector('output');
const main = document.querySelector('main');
if (!output || !main) throw new Error('the page has no output or no main');

const all = new Map<string, FloorQuestion>();
const home = new Map<string, (typeof sums)[number]>();
const dependents = new Map<string, FloorQuestion[]>();
const sums = sections.map((section) => {
  const sum = { weight: section.weight, questions: 0, risk: 0 };
  for (const question of section.pages.flat()) {
    all.set(question.id, question);
    home.set(question.id, sum);
    if (question.when) dependents.set(question.when.question, [...(dependents.get(question.when.question) ?? []), question]);
  }
  return sum;
});
const applies = ({ when }: FloorQuestion) => !when || when.options.includes(all.get(when.question)?.chosen ?? '');

function count(question: FloorQuestion, sign: 1 | -1) {
  const sum = home.get(question.id);
  if (!sum || !applies(question)) return;
  sum.questions += sign * question.weight;
  sum.risk += sign * question.weight * question.risk;
}

function show() {
  let weight = 0;
  let risk = 0;
  for (const sum of sums) {
    if (sum.questions === 0) continue;
    weight += sum.weight;
    risk += (sum.weight * sum.risk) / sum.questions;
  }
  if (output) output.textContent = (risk / weight).toFixed(3);
}

function draw() {
  const [section, page] = location.hash.slice(1).split('/').map(Number);
  main?.replaceChildren(...(sections[section ?? 0]?.pages[page ?? 0] ?? []).map(fieldOf));
}

function fieldOf(question: FloorQuestion): HTMLElement {
  const field = document.createElement('fieldset');
  field.id = question.id;
  field.hidden = !applies(question);
  const legend = document.createElement('legend');
  legend.textContent = question.text;
  const inputs = question.options.map((option) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: question.choice, name: question.id, value: option.id, checked: question.chosen === option.id });
    label.append(input, option.text);
    return label;
  });
  field.append(legend, ...inputs, ...(inputs.length === 0 ? [document.createElement('input')] : []));
  return field;
}

main.addEventListener('change', ({ target }) => {
  const question = target instanceof HTMLInputElement ? all.get(target.name) : undefined;
  if (!question || !(target instanceof HTMLInputElement)) return;
  const touched = [question, ...(dependents.get(question.id) ?? [])];
  for (const one of touched) count(one, -1);
  question.chosen = target.value;
  question.risk = question.options.find((option) => option.id === target.value)?.risk ?? 0;
  for (const one of touched) {
    count(one, 1);
    const field = document.getElementById(one.id);
    if (field) field.hidden = !applies(one);
  }
  show();
});
addEventListener('hashchange', draw);
for (const question of all.values()) count(question, 1);
draw();
show();
