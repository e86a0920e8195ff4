/** What is judged of a certificate that a server sent. */
export interface ChainLink {
  readonly issuerCommonName: string;
  readonly issuerOrganization: string;
  readonly selfSigned: boolean;
  /** It says where its issuer's certificate can be fetched. */
  readonly hasIssuerUrl: boolean;
}

/** What is known beside the chain. */
export interface ChainContext {
  /** Organizations of the public roots, and of the authority that the person named. */
  readonly organizations: ReadonlySet<string>;
  /** The person named an authority of their own. */
  readonly namedAuthority: boolean;
}

/**
 * Tells a chain that only lacks its intermediate certificate (`tls-chain`) from one that nobody public vouches for
 * (`tls-untrusted`). `sent` is leaf first; its last certificate's issuer is not known here.
 * A server need not send a root, so a missing issuer that calls itself a root is an unknown authority.
 */
export function chainVerdict(sent: readonly ChainLink[], context: ChainContext): 'tls-chain' | 'tls-untrusted' {
  const leaf = sent[0];
  const last = sent.at(-1);
  if (!leaf || !last || leaf.selfSigned || last.selfSigned) return 'tls-untrusted';
  const name = last.issuerCommonName;
  if (namesRoot.test(name) || namesPrivateAuthority.test(name)) return 'tls-untrusted';
  if (last.hasIssuerUrl || context.organizations.has(last.issuerOrganization)) return 'tls-chain';
  if (namesIntermediate.test(name) || publicIntermediate.test(name)) return 'tls-chain';
  return context.namedAuthority ? 'tls-chain' : 'tls-untrusted';
}

// A certificate has no field that says which kind of authority is missing above it: its issuer's name is the only mark.
const namesRoot = /\broot\b/i;
const namesPrivateAuthority = /\b(mkcert|local|localhost|dev|development|corp)\b/i;
const namesIntermediate = /\b(intermediate|issuing|sub[ -]?ca|subordinate)\b/i;
/** Short names of Let's Encrypt and Google Trust Services intermediates, such as R10, E5, YR1, WE1. */
const publicIntermediate = /^[YW]?[RE]\d{1,2}$/;
