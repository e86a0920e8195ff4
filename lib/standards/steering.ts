/** One kind of sentence by which a tool’s description tells a model how to behave. All quantifiers are bounded. */
export interface SteeringPattern {
  /** `orders`: about the model’s instructions, what people may know, and other work. `others`: about tools of other connectors. `fetch`: to get instructions elsewhere. */
  readonly why: 'orders' | 'others' | 'fetch';
  readonly pattern: RegExp;
}

/**
 * What Anthropic’s directory turns down in descriptions, as far as a pattern can tell. They are guesses, and narrow on purpose: a server
 * that explains in which order to use its own tools does nothing wrong.
 * @see https://claude.com/docs/connectors/building/review-criteria
 */
export const steeringPatterns: readonly SteeringPattern[] = [
  {
    why: 'orders',
    pattern:
      /\b(?:ignore|disregard|forget|override)\b[^.!?\n]{0,30}\b(?:previous|prior|above|earlier|preceding|system|safety|all other)\b[^.!?\n]{0,20}\b(?:instructions?|prompts?|rules|directives|guidelines|messages?)\b/i,
  },
  {
    why: 'orders',
    pattern:
      /\b(?:do not|don['’]t|never|must not|without)\s+(?:ever\s+)?(?:tell(?:ing)?|inform(?:ing)?|mention(?:ing)?|reveal(?:ing)?|disclos(?:e|ing)|notify(?:ing)?|alert(?:ing)?)\b[^.!?\n]{0,40}\b(?:the |your |any )?users?\b/i,
  },
  {
    why: 'orders',
    pattern: /<\s*\/?\s*(?:important|system|secret|hidden|instructions?|admin|override)\s*>/i,
  },
  {
    why: 'orders',
    pattern: /\byour (?:system prompt|hidden instructions|conversation history|memory of (?:the|this) user)\b/i,
  },
  {
    why: 'orders',
    pattern:
      /\b(?:you (?:must|should|have to|need to) |always |must )(?:always )?(?:call|use|invoke|run) this (?:tool|function)\b[^.!?\n]{0,20}\b(?:first|before|after|instead|whenever|for|on|in)\b[^.!?\n]{0,30}\b(?:any|every|all|each)\b[^.!?\n]{0,20}\b(?:other|tools?|response|answer|message|conversation|request|question|task|turn)s?\b/i,
  },
  {
    why: 'orders',
    // “Call this tool first to get an id” explains an order of work; without a reason it is one for all work.
    pattern:
      /\b(?:you (?:must|should|have to|need to) |always |must )(?:always )?(?:call|use|invoke|run) this (?:tool|function) first(?:,? (?:no matter|regardless|whatever|before (?:anything|everything|answering|responding|replying|doing))\b|\s*(?:[.!;\n]|$))/i,
  },
  {
    why: 'others',
    // “Any other Acme tools” are the server’s own.
    pattern:
      /\b(?:do not|don['’]t|never|must not|avoid)\s+(?:use|using|call|calling|invoke|invoking|rely(?:ing)? on)\s+(?:the\s+|any\s+)?(?:other\s+(?:mcp\s+|external\s+|available\s+)?(?:tools?|connectors?|servers?)|(?:built-?in|native|claude['’]?s?|your own)\b[^.!?\n]{0,25}\b(?:tools?|search|fetch|browser|capabilit(?:y|ies)))\b/i,
  },
  {
    why: 'others',
    pattern:
      /\b(?:instead of|rather than|in preference to|over)\s+(?:using\s+|calling\s+)?(?:any other|all other|other|(?:the |your )?built-?in|(?:the |your )?native|claude['’]s)\s+(?:\w+\s+){0,2}(?:tools?|search|fetch|connectors?|mcp servers?)\b/i,
  },
  {
    why: 'others',
    pattern:
      /\b(?:do not|don['’]t|never)\s+(?:use|do|perform|run)\s+(?:a |any )?web[ _-]?(?:search|fetch)(?:es|ing)?\b/i,
  },
  {
    why: 'fetch',
    pattern:
      /\b(?:fetch|read|load|download|follow|retrieve|obtain|open)\b[^.!?\n]{0,40}\b(?:instructions?|rules|prompts?|directives)\b[^.!?\n]{0,30}\b(?:from|at)\b[^.!?\n]{0,20}https?:\/\//i,
  },
  {
    why: 'fetch',
    pattern:
      /\b(?:follow|obey|execute|act on)\b[^.!?\n]{0,20}\binstructions?\b[^.!?\n]{0,30}\b(?:returned|it returns|in the (?:response|result|output)|from the (?:response|result|server|url|page))\b/i,
  },
];

/**
 * Characters that nobody sees and a model reads: zero-width ones, those that turn the direction of writing, and the block of tags. The
 * joiner (U+200D) and the marks for flags and emoji have an honest use.
 */
export const invisibleCharacters =
  /[\u00ad\u200b\u200c\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]|[\u{e0001}\u{e0020}-\u{e007f}]/u;

/** A long run of the characters of base64. It is taken for encoded text where upper and lower case and digits mix, as in no path and no word. */
export const encodedRun = /(?<![\w+/=.:-])[A-Za-z\d+/]{80,4000}={0,2}(?![\w+/=-])/;
