/** Words of which every English sentence has one and no German one has any, as the source of an expression for the flags `iu`. */
export const englishWords =
  '(?<![\\p{L}\\p{N}_-])(?:the|and|of|with|from|is|are|were|not|this|that|these|your|you|has|have|it|its|which|when|what|where|how|be|been|for|only|nothing|something|here|there|by|to|on)(?![\\p{L}\\p{N}_-])';
