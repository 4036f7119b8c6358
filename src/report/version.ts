/** Version of the app, as released; the build puts in that of `package.json`. */
export const APP_VERSION: string = import.meta.env.APP_VERSION;
