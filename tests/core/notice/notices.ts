/** Small contract notices of a port that does not exist. */

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
export const NAMESPACES = [
  'xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractNotice-2"',
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"',
  'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"',
  'xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"',
  'xmlns:efext="http://data.europa.eu/p27/eforms-ubl-extensions/1"',
  'xmlns:efac="http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1"',
  'xmlns:efbc="http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1"',
].join(' ');

/** Elements of the extension of an element, in their wrapping. */
export const extension = (content: string): string =>
  `<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>${content}</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>`;

/** `list`: name of the code list, null for a code without one. */
export const parameter = (code: string, number?: string, list: string | null = 'number-weight'): string =>
  `<efac:AwardCriterionParameter><efbc:ParameterCode${list === null ? '' : ` listName="${list}"`}>${code}</efbc:ParameterCode>${
    number === undefined ? '' : `<efbc:ParameterNumeric>${number}</efbc:ParameterNumeric>`
  }</efac:AwardCriterionParameter>`;

export interface Criterion {
  readonly type?: string;
  readonly name?: string;
  /** Of its extension. */
  readonly parameters?: string;
}

const criterion = ({ type = 'quality', name = 'Risk', parameters = '' }: Criterion): string =>
  `<cac:SubordinateAwardingCriterion>${parameters === '' ? '' : extension(parameters)}<cbc:AwardingCriterionTypeCode listName="award-criterion-type">${type}</cbc:AwardingCriterionTypeCode><cbc:Name languageID="ENG">${name}</cbc:Name><cbc:Description languageID="ENG">About ${name}</cbc:Description></cac:SubordinateAwardingCriterion>`;

/** A criterion weighted in per cent. */
export const percent = (name: string, number: number | string, type = 'quality'): Criterion => ({
  type,
  name,
  parameters: parameter('per-exa', String(number)),
});

export const lot = (id: string, criteria: readonly Criterion[], scheme = 'Lot'): string =>
  `<cac:ProcurementProjectLot><cbc:ID schemeName="${scheme}">${id}</cbc:ID><cac:TenderingTerms><cac:AwardingTerms><cac:AwardingCriterion>${criteria.map(criterion).join('')}</cac:AwardingCriterion></cac:AwardingTerms></cac:TenderingTerms><cac:ProcurementProject><cbc:Name languageID="ENG">Lot ${id}</cbc:Name></cac:ProcurementProject></cac:ProcurementProjectLot>`;

export const notice = (content: string, before = ''): string =>
  `${HEAD}${before}<ContractNotice ${NAMESPACES}><cbc:ID schemeName="notice-id">n-1</cbc:ID><cbc:NoticeLanguageCode>ENG</cbc:NoticeLanguageCode>${content}</ContractNotice>`;

/** Price, and a criterion for each of two sections. */
export const SMALL = notice(lot('LOT-0001', [percent('Price', 60, 'price'), percent('Place of the data', 10), percent('Law', 30)]));
