import type { RpcEvidence } from './rpc-evidence.ts';

/** One of the server's other lists, as far as it was read. */
export interface OfferedList {
  /** The entries are counted and left out of the replies. */
  readonly pages: readonly RpcEvidence[];
  readonly count: number;
  /** `more`: there are further pages, which were not asked for. */
  readonly end: 'complete' | 'failed' | 'more';
}

/** What the server offers besides tools; null for what it does not declare. */
export interface Offers {
  readonly resources: OfferedList | null;
  readonly templates: OfferedList | null;
  readonly prompts: OfferedList | null;
}

/** An MCP App's page, read as a client does that shows it. */
export interface AppRead extends RpcEvidence {
  /** As the tools name it (redacted). */
  readonly uri: string;
}

/** The MCP Apps that tools name, the first few of them read. Their pages are left out of the replies. */
export interface AppReads {
  readonly reads: readonly AppRead[];
  /** How many more there are. */
  readonly unread: number;
}
