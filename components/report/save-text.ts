/** Hands a text to the browser as a file of this name. */
export function saveText(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after the click; the page would hold it for as long as it is open.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}
