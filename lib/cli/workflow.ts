/** Whether a workflow of GitHub Actions runs this program. @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables */
export function isWorkflow(env: NodeJS.ProcessEnv): boolean {
  return env['GITHUB_ACTIONS'] === 'true';
}

/** The file of the workflow that runs, where it lies in the repository that is checked: it is what names the connector. */
export function workflowFile(env: NodeJS.ProcessEnv): string | undefined {
  const [repository, ref] = [env['GITHUB_REPOSITORY'], env['GITHUB_WORKFLOW_REF']];
  if (repository === undefined || ref?.startsWith(`${repository}/`) !== true) return undefined;
  const path = ref.slice(repository.length + 1).split('@', 1)[0] ?? '';
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ? path : undefined;
}
