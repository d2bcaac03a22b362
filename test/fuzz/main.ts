import { fuzzDecoders, fuzzParameters, scanSecrets } from './reports';

const SEED = 20_260_301;
const ANSWERS = 100_000;
const SETS = 10_000;

/** `npm run fuzz -- [decoders | secrets | parameters] [number] [part of a decoder's name]`; without arguments all, in full. */
async function main(): Promise<void> {
	const [part, number, name] = process.argv.slice(2);
	const fuzzers = {
		decoders: () => fuzzDecoders(SEED, Number(number ?? ANSWERS), name),
		secrets: () => scanSecrets(1),
		parameters: () => fuzzParameters(SEED, Number(number ?? SETS)),
	};
	let isFine = true;
	for (const [name, fuzz] of Object.entries(fuzzers))
		if (part === undefined || part === name) isFine = (await fuzz()) && isFine;
	// The nodes keep connections open for the next request, which nobody will make.
	process.exit(isFine ? 0 : 1);
}

void main();
