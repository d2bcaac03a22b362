import { ConnectorError } from '../../../connector/errors';
import type { Choice } from '../../shared/parameters/choice-field';
import type { AdfoxApi } from '../api';
import type { ReportMetadata } from '../schemas';
import { DIMENSIONS, METRICS } from './columns';

type List = 'metrics' | 'dimensions' | 'filters';

/** What is known without the platform; filters are by dimensions. */
const BUILT_IN: Readonly<Record<List, readonly Choice<string>[]>> = {
	metrics: METRICS,
	dimensions: DIMENSIONS,
	filters: DIMENSIONS,
};

/**
 * A list of names for the editor: the platform's, all in English, each with the platform's own title behind it where that
 * is in Russian; where the list cannot be had, those that are built in, each with a word about that.
 */
export async function namesFor(api: AdfoxApi, list: List, ownerId: string): Promise<Choice<string>[]> {
	let told: ReportMetadata[List];
	try {
		told = (await api.metadata(ownerId))[list];
	} catch (error) {
		if (!(error instanceof ConnectorError) || error.kind === 'cancelled') throw error;
		return builtIn(list, 'ADFOX did not give its own list, which has more');
	}
	if (told.length === 0) return builtIn(list, 'ADFOX gave an empty list of its own');
	const labels = new Map([...METRICS, ...DIMENSIONS].map((choice) => [choice.value, choice]));
	return told.map(({ name, title, description }) => {
		const known = labels.get(name);
		const text = description ?? known?.description;
		return {
			name: labelOf(name, known?.name, title),
			value: name,
			...(text === undefined ? {} : { description: text }),
		};
	});
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The editor finds an entry by its label alone, so that it has the words of the Russian interface, too. */
function labelOf(name: string, known: string | undefined, title = ''): string {
	if (CYRILLIC.test(title)) return `${known ?? wordsOf(name)} · ${title}`;
	return known ?? (title === '' ? wordsOf(name) : title);
}

/** "Site ID" for site_id, which is a column's name as well. */
function wordsOf(name: string): string {
	const words = name.split('_').filter((word) => word !== '');
	if (words.length === 0) return name;
	return words
		.map((word) => (SHORT.has(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
		.join(' ');
}

/** Words of names that are written in capitals. */
const SHORT = new Set(['id', 'ctr', 'cpm', 'cpc', 'url', 'os']);

function builtIn(list: List, why: string): Choice<string>[] {
	return BUILT_IN[list].map(({ description, ...choice }) => ({
		...choice,
		description: description === undefined ? why : `${description} (${why})`,
	}));
}
