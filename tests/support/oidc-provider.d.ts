/** The part of oidc-provider that the corpus uses; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  class Provider {
    constructor(issuer: string, configuration: object);
    /** Trust the forwarded scheme and host of the front. */
    proxy: boolean;
    callback(): RequestListener;
  }
  // eslint-disable-next-line no-restricted-syntax -- describes another package
  export default Provider;
}
