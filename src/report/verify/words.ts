import { ENGINE } from '../../core/engine.ts';
import type { Formats } from '../../i18n/format.ts';
import type { VerifyKey } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/translator.ts';
import { visible } from '../pdf/visible.ts';
import { APP_VERSION } from '../version.ts';
import type { Reason, Verdict } from './verdict.ts';

/** A verdict in words; the same in the terminal, on the screen and in the table. */
export const VERDICT = {
  'signed-known': 'verify.verdict.signedKnown',
  'signed-unknown': 'verify.verdict.signedUnknown',
  unsigned: 'verify.verdict.unsigned',
  changed: 'verify.verdict.changed',
  'other-version': 'verify.verdict.otherVersion',
  'not-ours': 'verify.verdict.notOurs',
} as const satisfies Record<Verdict, VerifyKey>;

/** Reasons that need nothing put into them. */
const PLAIN = {
  'no-signature': 'verify.reason.noSignature',
  listed: 'verify.reason.listed',
  'not-listed': 'verify.reason.notListed',
  'no-data': 'verify.reason.noData',
  data: 'verify.reason.data',
  'data-unreadable': 'verify.reason.dataUnreadable',
  attachment: 'verify.reason.attachment',
  metadata: 'verify.reason.metadata',
  bookmarks: 'verify.reason.bookmarks',
  structure: 'verify.reason.structure',
  font: 'verify.reason.font',
  colour: 'verify.reason.colour',
  frame: 'verify.reason.frame',
  packed: 'verify.reason.packed',
  strange: 'verify.reason.strange',
  twice: 'verify.reason.twice',
  signature: 'verify.reason.signature',
  'after-signature': 'verify.reason.afterSignature',
  'pages-not-compared': 'verify.reason.pagesNotCompared',
  'none-of-ours': 'verify.reason.noneOfOurs',
} as const;

/** A reason as a sentence; what stands in the file itself with its hidden characters shown. */
export function reasonWords(reason: Reason, t: Translate<VerifyKey>, f: Formats): string {
  switch (reason.code) {
    case 'same':
      return t('verify.reason.same', { bytes: f.integer(reason.bytes), sha256: reason.sha256 });
    case 'signed':
      return t('verify.reason.signed', { by: visible(reason.by), at: f.instant(reason.at), key: reason.key });
    case 'redacted':
      return t('verify.reason.redacted', { sha256: reason.of });
    case 'before':
      return t('verify.reason.before', { count: reason.bytes, bytes: f.integer(reason.bytes) });
    case 'after':
      return t('verify.reason.after', { count: reason.bytes, bytes: f.integer(reason.bytes) });
    case 'cut-off':
      return reason.of === null
        ? t('verify.reason.cutOff', { bytes: f.integer(reason.bytes) })
        : t('verify.reason.cutOffOf', { bytes: f.integer(reason.bytes), of: f.integer(reason.of) });
    case 'data-refused':
      return reason.where === '' ? t('verify.reason.dataRefused') : t('verify.reason.dataRefusedAt', { where: visible(reason.where) });
    case 'result':
      return t('verify.reason.result', { where: visible(reason.where) });
    case 'page':
      return t('verify.reason.page', { count: reason.pages.length, pages: f.and(reason.pages.map(f.integer)) });
    case 'version':
      return t('verify.reason.version', {
        version: visible(reason.version),
        engine: visible(reason.engine),
        own: APP_VERSION,
        ownEngine: ENGINE,
      });
    case 'other-form':
      return t('verify.reason.otherForm', { format: visible(reason.format) });
    default:
      return t(PLAIN[reason.code]);
  }
}
