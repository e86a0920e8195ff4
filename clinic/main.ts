import { runClinic } from './clinic.ts';

const allRight = await runClinic({
  write: (text) => void process.stdout.write(text),
  color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
  width: process.stdout.columns || 100,
});
process.exitCode = allRight ? 0 : 1;
