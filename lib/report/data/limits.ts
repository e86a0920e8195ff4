/** Larger texts are not read. In UTF-16 code units, which a file never has more of than bytes. */
export const maxReportLength = 64 * 1024 * 1024;

/** A check records some hundred exchanges at most. */
export const mostExchanges = 5_000;

/** No other list that we write is longer, but for what a server lists: its tools, its scopes. */
export const mostItems = 2_000;
