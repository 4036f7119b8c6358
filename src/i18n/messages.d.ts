/** Language files as the build leaves them (`.ci/messages.mjs`). */
declare module '*.json?messages' {
  const messages: import('./translator.ts').Messages;
  export default messages;
}
