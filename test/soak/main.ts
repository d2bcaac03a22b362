import { withoutWaiting } from '../support/no-waiting';
import { pollOften, watchMany } from './polls';
import { soak } from './soak';

/** What caches may take, whatever the number of executions. */
const GROWTH_BYTES = 16 * 1024 * 1024;

/** `npm run soak -- [executions]`: executions of nodes, then polls of triggers; with `polls`, these alone. */
async function main([what = '2000']: readonly string[]): Promise<void> {
	const isFine = [...(what === 'polls' ? [] : [await execute(Number(what))]), await poll()];
	process.exit(isFine.every(Boolean) ? 0 : 1);
}

async function poll(): Promise<boolean> {
	let isFine = true;
	await withoutWaiting(async (engine) => {
		for (const objects of [1000, 10_000])
			for (const { platform, event, bytes, seconds, told } of await watchMany(engine, objects)) {
				console.log(
					`${platform}, ${event}: ${objects} objects, ${bytes} bytes, ${seconds.toFixed(1)} s a poll`,
				);
				isFine &&= told === 1;
			}
		const { polls, told, heap } = await pollOften(engine, 1000);
		const [before, after] = heap.map((bytes) => (bytes / 2 ** 20).toFixed(1));
		console.log(`${polls} polls, ${told} items; heap after the warm-up ${before} MB, at the end ${after} MB`);
		isFine &&= heap[1] - heap[0] < GROWTH_BYTES;
	});
	return isFine;
}

async function execute(executions: number): Promise<boolean> {
	const started = performance.now();
	const result = await withoutWaiting(async (engine) =>
		soak(engine, { executions, atATime: 5, faults: 0.05 }),
	);
	const { heap, resources, wrong, exact, honest, requests, faults } = result;
	const [before, warm, after, closed] = resources.map((open) => JSON.stringify(open));
	const megabytes = heap.map((bytes) => (bytes / 2 ** 20).toFixed(1));
	const seconds = ((performance.now() - started) / 1000).toFixed(0);
	console.log(`${result.executions} executions, 5 at a time, ${seconds} s`);
	console.log(`${requests} requests, ${faults} of them with a fault`);
	console.log(`exact rows ${exact}, honest errors ${honest}, anything else ${wrong.length}`);
	for (const text of wrong.slice(0, 10)) console.log(`  ${text}`);
	console.log(`heap after the warm-up ${megabytes[0]} MB, at the end ${megabytes[1]} MB`);
	console.log(`open before the sandbox ${before}`);
	console.log(`open after the warm-up ${warm}`);
	console.log(`open at the end ${after}`);
	console.log(`open after the sandbox ${closed}`);
	const sockets = (index: number) => resources[index]!.TCPSocketWrap ?? 0;
	return wrong.length === 0 && heap[1] - heap[0] < GROWTH_BYTES && sockets(3) <= sockets(0);
}

void main(process.argv.slice(2));
