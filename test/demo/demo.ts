/** `npm run demo`: the workflows of examples/ on n8n's own engine, against the sandbox. */
import { ProgressLine } from './text';
import { runDemo } from './run-demo';

const width = 100;

async function main(): Promise<void> {
	const stop = new AbortController();
	process.once('SIGINT', () => {
		stop.abort();
	});
	const failures = await runDemo({
		line: (text) => {
			console.log(text);
		},
		progress: new ProgressLine(process.stdout, Math.min(width, process.stdout.columns || width) - 1),
		width,
		signal: stop.signal,
	});
	if (stop.signal.aborted) {
		console.error('Stopped.');
		process.exitCode = 130;
	} else if (failures.length > 0) {
		console.error(`Failed: ${failures.join('; ')}. What went wrong stands under each title above.`);
		process.exitCode = 1;
	} else {
		console.log('Next: "npm start" opens a real n8n with these workflows in it, to run and to change them.');
	}
}

main().catch((error: unknown) => {
	console.error('The demo could not run:', error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
