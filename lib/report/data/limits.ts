/** Larger texts are not read. In UTF-16 code units, which a file never has more of than bytes. */
export const maxReportLength = 64 * 1024 * 1024;
