/** What headers of Claude's page are for: those that matter to it, and those that anybody may change. The others are told of and not judged. */
export const headerWeights = {
  request: {
    matters: /^(?:authorization|cookie|origin|content-type|content-length|x-csrf-token|anthropic-.*)$/i,
    harmless:
      /^(?:accept|accept-language|accept-encoding|dnt|sec-gpc|sec-ch-.*|sec-fetch-.*|user-agent|cache-control|pragma|if-.*|referer|priority|upgrade-insecure-requests|save-data|te|x-client-data)$/i,
  },
  response: {
    matters:
      /^(?:content-security-policy|access-control-.*|set-cookie|content-type|location|www-authenticate|x-frame-options|cross-origin-.*|transfer-encoding|content-encoding)$/i,
    harmless:
      /^(?:cache-control|expires|pragma|age|vary|etag|last-modified|server|server-timing|via|date|link|report-to|reporting-endpoints|nel|alt-svc|x-powered-by|content-security-policy-report-only|permissions-policy|referrer-policy|strict-transport-security|accept-ch|sec-gpc|tk|x-robots-tag)$/i,
  },
} as const;

/** Functions through which a page speaks with servers. */
export const speakingFunctions =
  /^(?:window\.)?(?:fetch|XMLHttpRequest|EventSource|WebSocket|Request|Response|Headers)\b/;
