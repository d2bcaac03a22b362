import { ConnectorError } from '../../../connector/errors';
import { option } from '../../shared/editor/options';
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
 * A list of names for the editor: the platform's, with its titles where it has some, else with our labels; where it
 * cannot be had, those that are built in, each with a word about that.
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
			...option(name, title),
			...(title === undefined && known !== undefined ? { name: known.name } : {}),
			value: name,
			...(text === undefined ? {} : { description: text }),
		};
	});
}

function builtIn(list: List, why: string): Choice<string>[] {
	return BUILT_IN[list].map(({ description, ...choice }) => ({
		...choice,
		description: description === undefined ? why : `${description} (${why})`,
	}));
}
