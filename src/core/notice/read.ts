import type { LocalText } from '../format/primitives.ts';
import type { Outcome, Problem } from '../problems.ts';
import { languageTag } from './languages.ts';
import { type AwardCriterion, CRITERION_TYPES, type Notice, type NoticeLot, type PublishedWeight, WEIGHT_KINDS } from './notice.ts';
import { type Limits, readXml, type XmlDocument, type XmlElement } from './xml.ts';

const UBL = 'urn:oasis:names:specification:ubl:schema:xsd:';
const EFORMS = 'http://data.europa.eu/p27/eforms-ubl-extension';
const NAMESPACES = {
  cac: `${UBL}CommonAggregateComponents-2`,
  cbc: `${UBL}CommonBasicComponents-2`,
  ext: `${UBL}CommonExtensionComponents-2`,
  efext: `${EFORMS}s/1`,
  efac: `${EFORMS}-aggregate-components/1`,
  efbc: `${EFORMS}-basic-components/1`,
} as const;
const ROOT = { namespace: `${UBL}ContractNotice-2`, name: 'ContractNotice' } as const;
const EXTENSION = ['ext:UBLExtensions', 'ext:UBLExtension', 'ext:ExtensionContent', 'efext:EformsExtension'] as const;
const CRITERIA = ['cac:TenderingTerms', 'cac:AwardingTerms', 'cac:AwardingCriterion'] as const;
type Step = `${keyof typeof NAMESPACES}:${string}`;

/** A withheld number (BT-195) is published as this, its code as that. */
const WITHHELD_NUMBER = -1;
const WITHHELD_CODE = 'unpublished';
/** Longest piece of the file that a message repeats. */
const SHOWN = 80;

/**
 * The lots of an eForms contract notice with their award criteria. Everything else in it is passed over; what is no contract notice, or not
 * well-formed, or leaves no criteria to compare with, is refused with line and column.
 */
export function readNotice(xml: string, limits?: Limits): Outcome<Notice> {
  const read = readXml(xml, limits);
  if (!read.ok) return read;
  const { root } = read.value;
  const problems: Problem[] = [];
  const refuse: Refuse = (at, code, params) => {
    if (problems.length < TOLD) problems.push(read.value.refuse(at, code, params));
  };
  if (root.namespace !== ROOT.namespace || root.name !== ROOT.name) {
    const found = root.namespace === '' ? root.name : `{${root.namespace}}${root.name}`;
    refuse(root.at, 'notice-root', { found: found.slice(0, 2 * SHOWN) });
    return { ok: false, problems };
  }
  const lots = within(root, ['cac:ProcurementProjectLot']).flatMap((element) => lotOf(element, refuse));
  const ids = new Map<string, NoticeLot>();
  for (const { lot, at } of lots) {
    if (ids.has(lot.id)) refuse(at, 'notice-lot-twice', { id: lot.id });
    ids.set(lot.id, lot);
  }
  if (problems.length === 0 && lots.length === 0) refuse(root.at, 'notice-no-lots');
  if (problems.length === 0 && lots.every(({ lot }) => lot.criteria.length === 0)) refuse(lots[0]?.at ?? root.at, 'notice-no-criteria');
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: noticeOf(root, [...ids.values()]), warnings: [] };
}

/** Most problems that are told of one file. */
const TOLD = 100;

type Refuse = (...given: Parameters<XmlDocument['refuse']>) => void;

function noticeOf(root: XmlElement, lots: readonly NoticeLot[]): Notice {
  const named = within(root, ['cbc:ID']).find(({ attributes }) => attributes.get('schemeName') === 'notice-id');
  const languages = [...within(root, ['cbc:NoticeLanguageCode']), ...within(root, ['cac:AdditionalNoticeLanguage', 'cbc:ID'])];
  return {
    id: named ? words(named) : '',
    version: wordsAt(root, ['cbc:VersionID']),
    publication: wordsAt(root, [...EXTENSION, 'efac:Publication', 'efbc:NoticePublicationID']),
    languages: [...new Set(languages.map((one) => languageTag(words(one))))],
    lots,
  };
}

/** A lot or a group of lots; parts of a planning notice have no criteria of their own. */
function lotOf(element: XmlElement, refuse: Refuse): readonly { readonly lot: NoticeLot; readonly at: number }[] {
  const [named] = within(element, ['cbc:ID']);
  if (named?.attributes.get('schemeName') === 'Part') return [];
  const id = named ? words(named) : '';
  if (id === '') {
    refuse(named?.at ?? element.at, 'notice-lot-id');
    return [];
  }
  const criteria = within(element, CRITERIA).flatMap((one) => within(one, ['cac:SubordinateAwardingCriterion']));
  const lot = {
    id: id.slice(0, SHOWN),
    title: texts(within(element, ['cac:ProcurementProject', 'cbc:Name'])),
    criteria: criteria.map((one) => criterionOf(one, refuse)),
    formula: texts(within(element, [...CRITERIA, 'cbc:CalculationExpression'])),
  };
  return [{ lot, at: element.at }];
}

function criterionOf(element: XmlElement, refuse: Refuse): AwardCriterion {
  const code = wordsAt(element, ['cbc:AwardingCriterionTypeCode']);
  return {
    type: CRITERION_TYPES.find((type) => type === code) ?? null,
    name: texts(within(element, ['cbc:Name'])),
    description: texts(within(element, ['cbc:Description'])),
    weight: weightOf(element, refuse),
  };
}

/** The parameter that is a weight: others are fixed totals and thresholds (BT-5422, BT-5423). Some files leave the name of the code list out. */
function weightOf(element: XmlElement, refuse: Refuse): PublishedWeight | null {
  const weights = within(element, [...EXTENSION, 'efac:AwardCriterionParameter']).flatMap((parameter) => {
    const [code] = within(parameter, ['efbc:ParameterCode']);
    if (!code) return [];
    const [list, found] = [code.attributes.get('listName'), words(code)];
    const kind = WEIGHT_KINDS.find((one) => one === found);
    if (list === undefined ? !kind : list !== 'number-weight') return [];
    return [{ code, found, kind, numeric: within(parameter, ['efbc:ParameterNumeric'])[0] }];
  });
  const [first, second] = weights;
  if (!first) return null;
  if (second) refuse(second.code.at, 'notice-weight-twice');
  const { code, found, kind, numeric } = first;
  if (found === WITHHELD_CODE || !numeric) return null;
  const text = words(numeric);
  const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (number === WITHHELD_NUMBER) return null;
  if (!kind) refuse(code.at, 'notice-weight-kind', { expected: WEIGHT_KINDS.join(', '), found: found.slice(0, SHOWN) });
  if (!(number >= 0 && number <= MOST)) refuse(numeric.at, 'notice-number', { found: text.slice(0, SHOWN) });
  return kind ? { number, kind } : null;
}

/** What a weight can be at most: as in a policy. */
const MOST = 1e6;

/** Every element that a path of children leads to. */
function within(element: XmlElement, path: readonly Step[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, step) => {
      const [prefix = '', name] = step.split(':');
      const namespace = NAMESPACES[prefix as keyof typeof NAMESPACES];
      return found.flatMap(({ children }) => children.filter((child) => child.name === name && child.namespace === namespace));
    },
    [element],
  );
}

/** Its text on one line. */
const words = ({ text }: XmlElement): string => text.replace(/\s+/g, ' ').trim();

function wordsAt(element: XmlElement, path: readonly Step[]): string {
  const [found] = within(element, path);
  return found ? words(found) : '';
}

/** The same text in several languages; of two in one language the first. */
function texts(elements: readonly XmlElement[]): LocalText {
  const found = new Map<string, string>();
  for (const element of elements) {
    const [language, text] = [languageTag(element.attributes.get('languageID')), words(element)];
    if (text !== '' && !found.has(language)) found.set(language, text);
  }
  return Object.fromEntries(found);
}
