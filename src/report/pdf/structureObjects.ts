/** The tree of elements as objects, and the way back from each mark on a page to its element. */
import { languageTag, type ObjectSink, type PageObject, reference, textString } from './objects.ts';
import { num } from './operators.ts';
import type { Sheet } from './sheet.ts';
import { type Element, isElement } from './structure.ts';
import { visible } from './visible.ts';

/** Writes them and returns the number of the structure tree's root. Page n is entry n of the parent tree. */
export function putStructure(sink: ObjectSink, root: Element, sheets: readonly Sheet[], pageObject: PageObject): number {
  const kinds = new Map<string, Element[]>();
  const collect = (element: Element): void => {
    const form = formOf(element);
    const found = kinds.get(form);
    if (found) found.push(element);
    else kinds.set(form, [element]);
    for (const kid of element.kids) if (isElement(kid)) collect(kid);
  };
  const tree = sink.reserve();
  const parents = sink.reserve();
  collect(root);
  // Elements of one form follow one another in the file as well (`rows.ts`): so they do in its cross-references.
  for (const elements of kinds.values()) for (const element of elements) element.object = sink.reserve();
  for (const [form, elements] of kinds) {
    const values: number[] = [];
    for (const element of elements) putValues(values, element, tree, pageObject);
    sink.alike({ form, numbers: elements.map(numberOf), values });
  }
  const owners = sheets.map((sheet) => {
    const id = sink.reserve();
    if (sheet.marked.length === 0) sink.put(id, '[]');
    else sink.list(id, sheet.marked.map(numberOf));
    return `${sheet.index} ${reference(id)}`;
  });
  sink.put(parents, `<</Nums [${owners.join('\n')}]>>`);
  sink.put(
    tree,
    `<</Type /StructTreeRoot /K [${reference(numberOf(root))}] /ParentTree ${reference(parents)} /ParentTreeNextKey ${sheets.length}>>`,
  );
  return tree;
}

function numberOf({ object, role }: Element): number {
  if (object === undefined) throw new Error(`a marked ${role} is not in the tree`);
  return object;
}

/** The object of an element, with `#` for each number (`ObjectSink.alike`). */
function formOf(element: Element): string {
  const page = pageOf(element);
  let form = `<</S/${element.role}/P # 0 R`;
  if (page !== undefined) form += '/Pg # 0 R';
  if (element.alt !== undefined) form += `/Alt${textString(visible(element.alt))}`;
  if (element.lang !== undefined) form += `/Lang${languageTag(element.lang)}`;
  if (element.scope !== undefined) form += `/A<</O/Table/Scope/${element.scope}>>`;
  if (element.numbering !== undefined) form += `/A<</O/List/ListNumbering/${element.numbering}>>`;
  if (element.box !== undefined) form += `/A<</O/Layout/Placement/Block/BBox[${element.box.map(num).join(' ')}]>>`;
  const kids = element.kids.map((kid) => {
    if (isElement(kid)) return '# 0 R';
    return kid.page === page ? '#' : '<</Type/MCR/Pg # 0 R/MCID #>>';
  });
  if (kids.length === 0) return `${form}>>`;
  return `${form}/K${kids.length === 1 ? ` ${kids[0]}` : `[${kids.join(' ')}]`}>>`;
}

/** Adds the numbers of that form, in their order. `tree`: what the root hangs on. */
function putValues(values: number[], element: Element, tree: number, pageObject: PageObject): void {
  const page = pageOf(element);
  values.push(element.parent ? numberOf(element.parent) : tree);
  if (page !== undefined) values.push(pageObject(page));
  for (const kid of element.kids) {
    if (isElement(kid)) values.push(numberOf(kid));
    else if (kid.page === page) values.push(kid.id);
    else values.push(pageObject(kid.page), kid.id);
  }
}

/** Where the first of its own marks is; the others say so themselves if they are elsewhere. */
function pageOf({ kids }: Element): number | undefined {
  for (const kid of kids) if (!isElement(kid)) return kid.page;
  return undefined;
}
