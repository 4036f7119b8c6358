// @ts-check
/**
 * What the app may load and whom it may talk to: its own origin, nobody else. The one place that says so; the server
 * sends it, the build writes it into the page, a test compares both with what a browser enforces.
 */
const DIRECTIVES = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  // The fonts of the report and the country table are fetched from where the app itself came from.
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  // The one name that vouches for a script: for the workers, which draw for a comparison, verify reports and keep the second copy.
  'trusted-types soundings-worker',
];

/** For `<meta http-equiv>`, where `frame-ancestors` has no effect. */
export const CSP_OF_PAGE = DIRECTIVES.join('; ');

/** Headers of every answer of the server. */
export const SECURITY_HEADERS = Object.freeze({
  'content-security-policy': [...DIRECTIVES, "frame-ancestors 'none'"].join('; '),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb', 'serial', 'hid', 'midi']
    .map((feature) => `${feature}=()`)
    .join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
});
