import type { Plan } from '../kernel/probe.ts';

/** What a person chose for a run, without anything secret: it is kept, so that the same check can be made again. */
export interface RunChoices {
  /** Always `walk`; `side` and `wider` unless the quick look was wished; `active` and `signed-in` by consent alone. */
  readonly plans: readonly Plan[];
  /** Look further also where nothing failed. */
  readonly thorough: boolean;
  /** “This server is not public yet”. */
  readonly local: boolean;
  /** Public DNS may be asked: at the resolver that the settings name. */
  readonly publicDns: boolean;
  /** Google's favicon service may be asked. */
  readonly faviconService: boolean;
  /** OAuth client ID that the person typed, for servers that need one. */
  readonly clientId: string | null;
}

/** Secrets of a run: they travel in the message that starts it and are kept nowhere. */
export interface RunSecrets {
  readonly clientSecret: string | null;
  /** The person's own request headers, by name. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What a first check does when nothing was chosen. */
export const defaultChoices: RunChoices = {
  plans: ['walk', 'side', 'wider'],
  thorough: false,
  local: false,
  publicDns: false,
  faviconService: false,
  clientId: null,
};

/** Nothing secret was given. */
export const noSecrets: RunSecrets = { clientSecret: null, headers: {} };
