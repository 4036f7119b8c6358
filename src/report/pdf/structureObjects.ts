/** The tree of elements as objects, and the way back from each mark on a page to its element. */
import { languageTag, type ObjectSink, type PageObject, reference, textString } from './objects.ts';
import { num } from './operators.ts';
import type { Sheet } from './sheet.ts';
import { type Element, isElement } from './structure.ts';
import { visible } from './visible.ts';

/** Writes them and returns the number of the structure tree's root. Page n is entry n of the parent tree. */
export function putStructure(sink: ObjectSink, root: Element, sheets: readonly Sheet[], pageObject: PageObject): number {
  const kinds = new Map<string, [element: Element, parent: Element | undefined][]>();
  const collect = (element: Element, parent: Element | undefined): void => {
    const form = formOf(element);
    const found = kinds.get(form);
    if (found) found.push([element, parent]);
    else kinds.set(form, [[element, parent]]);
    for (const kid of element.kids) if (isElement(kid)) collect(kid, element);
  };
  const tree = sink.reserve();
  const parents = sink.reserve();
  collect(root, undefined);
  // Elements of one form follow one another in the file as well (`rows.ts`): so they do in its cross-references.
  const ids = new Map<Element, number>();
  for (const elements of kinds.values()) for (const [element] of elements) ids.set(element, sink.reserve());
  const idOf = (element: Element): number => {
    const id = ids.get(element);
    if (id === undefined) throw new Error(`a marked ${element.role} is not in the tree`);
    return id;
  };
  for (const [form, elements] of kinds)
    for (const [element, parent] of elements)
      sink.alike(idOf(element), form, valuesOf(element, parent ? idOf(parent) : tree, idOf, pageObject));
  const owners = sheets.map((sheet) => {
    const id = sink.reserve();
    if (sheet.marked.length === 0) sink.put(id, '[]');
    else sink.list(id, sheet.marked.map(idOf));
    return `${sheet.index} ${reference(id)}`;
  });
  sink.put(parents, `<</Nums [${owners.join('\n')}]>>`);
  sink.put(
    tree,
    `<</Type /StructTreeRoot /K [${reference(idOf(root))}] /ParentTree ${reference(parents)} /ParentTreeNextKey ${sheets.length}>>`,
  );
  return tree;
}

/** The object of an element, with `#` for each number (`ObjectSink.alike`). */
function formOf(element: Element): string {
  const page = pageOf(element);
  let form = `<</S /${element.role} /P # 0 R`;
  if (page !== undefined) form += ' /Pg # 0 R';
  if (element.alt !== undefined) form += ` /Alt ${textString(visible(element.alt))}`;
  if (element.lang !== undefined) form += ` /Lang ${languageTag(element.lang)}`;
  if (element.scope !== undefined) form += ` /A <</O /Table /Scope /${element.scope}>>`;
  if (element.numbering !== undefined) form += ` /A <</O /List /ListNumbering /${element.numbering}>>`;
  if (element.box !== undefined) form += ` /A <</O /Layout /Placement /Block /BBox [${element.box.map(num).join(' ')}]>>`;
  const kids = element.kids.map((kid) => {
    if (isElement(kid)) return '# 0 R';
    return kid.page === page ? '#' : '<</Type /MCR /Pg # 0 R /MCID #>>';
  });
  if (kids.length === 0) return `${form}>>`;
  return `${form} /K ${kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`}>>`;
}

/** The numbers of that form, in their order. */
function valuesOf(element: Element, parent: number, idOf: (element: Element) => number, pageObject: PageObject): readonly number[] {
  const page = pageOf(element);
  const values = page === undefined ? [parent] : [parent, pageObject(page)];
  for (const kid of element.kids) {
    if (isElement(kid)) values.push(idOf(kid));
    else if (kid.page === page) values.push(kid.id);
    else values.push(pageObject(kid.page), kid.id);
  }
  return values;
}

/** Where the first of its own marks is; the others say so themselves if they are elsewhere. */
function pageOf({ kids }: Element): number | undefined {
  for (const kid of kids) if (!isElement(kid)) return kid.page;
  return undefined;
}
