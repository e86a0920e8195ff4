/** The part of oidc-provider that the corpus uses; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  /** A consent in the making. */
  interface Grant {
    addOIDCScope(scope: string): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }

  class Provider {
    constructor(issuer: string, configuration: object);
    /** Trust the forwarded scheme and host of the front. */
    proxy: boolean;
    callback(): RequestListener;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{
      readonly prompt: { readonly name: string };
      readonly params: Readonly<Record<string, unknown>>;
      readonly session?: { readonly accountId: string };
    }>;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: object,
      options?: { readonly mergeWithLastSubmission: boolean },
    ): Promise<void>;
    readonly Grant: new (of: { readonly accountId: string; readonly clientId: string }) => Grant;
    readonly AccessToken: {
      find(token: string): Promise<
        | {
            readonly aud?: string | readonly string[];
            readonly clientId: string;
            readonly scope?: string;
            readonly exp: number;
            readonly isValid: boolean;
          }
        | undefined
      >;
    };
  }
  // eslint-disable-next-line no-restricted-syntax -- describes another package
  export default Provider;
}
