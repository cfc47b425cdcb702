import { runCli } from './service/cli/run';

void runCli(process.argv.slice(2), {
  env: process.env,
  platform: process.platform,
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
  builtFolder: __dirname,
}).then((code) => {
  process.exitCode = code;
});
