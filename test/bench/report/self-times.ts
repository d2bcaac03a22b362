import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

interface Profile {
	readonly nodes: readonly {
		readonly id: number;
		readonly callFrame: {
			readonly functionName: string;
			readonly url: string;
			readonly lineNumber: number;
		};
	}[];
	readonly samples: readonly number[];
	/** Microseconds. */
	readonly timeDeltas: readonly number[];
}

const TOP = 15;
const ROOT = join(__dirname, '..', '..', '..');

/** The functions of each CPU profile of a folder in which most time is spent, not counting what they call. */
export function selfTimes(folder: string): string[] {
	const files = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
	return files.flatMap((name) => {
		const times = timesOf(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile);
		return [
			'',
			name,
			...times.slice(0, TOP).map(([place, ms]) => `${ms.toFixed(0).padStart(8)} ms  ${place}`),
		];
	});
}

function timesOf({ nodes, samples, timeDeltas }: Profile): [place: string, ms: number][] {
	const places = new Map(nodes.map(({ id, callFrame }) => [id, placeOf(callFrame)]));
	const times = new Map<string, number>();
	for (const [index, id] of samples.entries()) {
		const place = places.get(id) ?? '';
		times.set(place, (times.get(place) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
	}
	return [...times].sort(([, one], [, other]) => other - one);
}

function placeOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
	const path = url.startsWith('file:') ? new URL(url).pathname : url;
	const file = path.startsWith('/') ? relative(ROOT, path) : path;
	return `${functionName || '(anonymous)'}  ${file}${file === '' ? '' : `:${lineNumber + 1}`}`;
}
