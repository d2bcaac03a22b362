/**
 * The releases of n8n that this package is run on, and what npm needs to install each of them.
 * The overrides stand for packages that the release asks for by a version, or from a place, that npm does not have.
 */
export interface Release {
	version: string;
	/** Major version of Node that it is run on. */
	node: number;
	overrides: Readonly<Record<string, string>>;
	environment: Readonly<Record<string, string>>;
}

const older = { xlsx: '0.18.5' };

export const releases: Readonly<Record<string, Release>> = {
	'2.41.1': {
		version: '2.41.1',
		node: 24,
		overrides: { linkedom: '0.18.13', 'msgpackr-extract': '3.0.4' },
		environment: {
			N8N_DISABLED_MODULES: 'mcp-registry,instance-ai,agents,agent-evals,chat-hub,workflow-builder,insights',
		},
	},
	'2.8.4': { version: '2.8.4', node: 20, overrides: older, environment: {} },
	'1.123.81': {
		version: '1.123.81',
		node: 20,
		overrides: older,
		environment: { N8N_EXPRESSION_ENGINE: 'legacy' },
	},
};

/** The newest release; what `npm start` opens. */
export const newest = '2.41.1';

/** @throws Error for a version that is not in the table */
export function releaseOf(version: string): Release {
	const release = releases[version];
	if (release) return release;
	throw new Error(
		`n8n ${version} is not one of those that are run here: ${Object.keys(releases).join(', ')}.`,
	);
}
