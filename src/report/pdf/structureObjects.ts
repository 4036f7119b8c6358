/** The tree of elements as objects, and the way back from each mark on a page to its element. */
import { languageTag, type ObjectSink, type PageObject, reference, textString } from './objects.ts';
import { num } from './operators.ts';
import type { Sheet } from './sheet.ts';
import { type Element, isElement } from './structure.ts';
import { visible } from './visible.ts';

/** Writes them and returns the number of the structure tree's root. Page n is entry n of the parent tree. */
export function putStructure(sink: ObjectSink, root: Element, sheets: readonly Sheet[], pageObject: PageObject): number {
  const alike = new Map<string, Element[]>();
  const collect = (element: Element): void => {
    const kind = `${element.role} ${element.scope} ${element.kids.length}`;
    const found = alike.get(kind);
    if (found) found.push(element);
    else alike.set(kind, [element]);
    for (const kid of element.kids) if (isElement(kid)) collect(kid);
  };
  const tree = sink.reserve();
  const parents = sink.reserve();
  collect(root);
  // Elements of one form follow one another in the file as well (`rows.ts`): so they do in its cross-references.
  const ids = new Map<Element, number>();
  for (const elements of alike.values()) for (const element of elements) ids.set(element, sink.reserve());
  const idOf = (element: Element): number => {
    const id = ids.get(element);
    if (id === undefined) throw new Error(`a marked ${element.role} is not in the tree`);
    return id;
  };
  const put = (element: Element, parent: number): void => {
    const id = idOf(element);
    sink.put(id, dictionary(element, parent, idOf, pageObject));
    for (const kid of element.kids) if (isElement(kid)) put(kid, id);
  };
  put(root, tree);
  const owners = sheets.map((sheet) => {
    const id = sink.reserve();
    sink.put(id, `[${sheet.marked.map((element) => reference(idOf(element))).join(' ')}]`);
    return `${sheet.index} ${reference(id)}`;
  });
  sink.put(parents, `<</Nums [${owners.join('\n')}]>>`);
  sink.put(
    tree,
    `<</Type /StructTreeRoot /K [${reference(idOf(root))}] /ParentTree ${reference(parents)} /ParentTreeNextKey ${sheets.length}>>`,
  );
  return tree;
}

function dictionary(element: Element, parent: number, idOf: (element: Element) => number, pageObject: PageObject): string {
  let page: number | undefined;
  const kids = element.kids.map((kid) => {
    if (isElement(kid)) return reference(idOf(kid));
    page ??= kid.page;
    return kid.page === page ? String(kid.id) : `<</Type /MCR /Pg ${reference(pageObject(kid.page))} /MCID ${kid.id}>>`;
  });
  let entries = `/S /${element.role} /P ${reference(parent)}`;
  if (page !== undefined) entries += ` /Pg ${reference(pageObject(page))}`;
  if (element.alt !== undefined) entries += ` /Alt ${textString(visible(element.alt))}`;
  if (element.lang !== undefined) entries += ` /Lang ${languageTag(element.lang)}`;
  if (element.scope !== undefined) entries += ` /A <</O /Table /Scope /${element.scope}>>`;
  if (element.numbering !== undefined) entries += ` /A <</O /List /ListNumbering /${element.numbering}>>`;
  if (element.box !== undefined) entries += ` /A <</O /Layout /Placement /Block /BBox [${element.box.map(num).join(' ')}]>>`;
  if (kids.length === 0) return `<<${entries}>>`;
  return `<<${entries} /K ${kids.length === 1 ? kids[0] : `[${kids.join(' ')}]`}>>`;
}
