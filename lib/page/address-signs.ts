import { plainText } from './plain-text.ts';
import { referenceIn } from './reference.ts';

/** What the address of a page of Claude's says about a connector. All of it is untrusted text. */
export interface AddressSigns {
  readonly stage: string | null;
  readonly oauthError: string | null;
  readonly reference: string | null;
  readonly connectorUrl: string | null;
  readonly connectorName: string | null;
}

const token = /^[\w.:-]{1,64}$/;

/** Reads the query of an address. */
export function addressSigns({ searchParams }: URL): AddressSigns {
  const name = plainText(searchParams.get('connectorName') ?? '', 100);
  return {
    stage: tokenOf(searchParams.get('step')),
    oauthError: tokenOf(searchParams.get('oauth_error')),
    reference: referenceIn(searchParams.get('flow_id') ?? ''),
    connectorUrl: connectorAddress(searchParams.get('connectorUrl') ?? ''),
    connectorName: name === '' ? null : name,
  };
}

/** Whether the address alone tells of a failure; other values of `step` belong to any kind of wizard. */
export function tellsOfFailure({ stage, oauthError }: AddressSigns): boolean {
  return oauthError !== null || (stage !== null && stage.toLowerCase().includes('error'));
}

/** A web address that may be a connector's; null for everything else. A user name or password in it is left out. */
export function connectorAddress(text: string): string | null {
  const typed = plainText(text, 2_048);
  if (!/^https?:\/\/\S+$/i.test(typed) || !URL.canParse(typed)) return null;
  const url = new URL(typed);
  url.username = '';
  url.password = '';
  return url.href;
}

function tokenOf(value: string | null): string | null {
  return value !== null && token.test(value) ? value : null;
}
