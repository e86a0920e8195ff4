/** How this check is made with a client that somebody made by hand, as a part of an ICU message that wants `vantage`. */
export const checkWithClient =
  '{vantage, select, extension {enter the same under “Look behind the sign-in” to see the rest} other {run this check with --client-id}}';
