/** The public resolver that is asked where the person allows one and names no other: DNS over HTTPS in the JSON form. */
export const publicResolver = { name: 'Cloudflare', url: 'https://cloudflare-dns.com/dns-query' } as const;
