/** This program's name and version, as it introduces itself to servers and in reports. The version equals package.json's (a test holds them together). */
export const toolName = 'connector-doctor';
export const toolVersion = '0.1.0';
