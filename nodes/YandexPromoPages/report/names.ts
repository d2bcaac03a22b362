import type { INodeProperties } from 'n8n-workflow';

import type { Row } from '../../../connector/rows';
import type { Campaign } from '../schemas';

export const addNames: INodeProperties = {
	displayName: 'Add Names',
	name: 'addNames',
	type: 'boolean',
	default: true,
	description:
		'Whether to add the name of the publisher and the titles of campaigns, publications and previews to the rows, which have IDs only',
};

/** The ids of a row and the column that a title stands in, from the whole to its parts. */
const TITLES = [
	['campaignId', 'campaignTitle'],
	['publicationId', 'publicationTitle'],
	['previewId', 'previewTitle'],
] as const;

/** Ids are opaque texts without blanks. */
const keyOf = (...ids: readonly unknown[]) => ids.join(' ');

/**
 * What publishers, campaigns and their parts are called, learnt from the lists that have both ids and names. Preview ids
 * repeat those of publications, and publications are in several campaigns (trap 19), so a part is known by all its ids.
 */
export class Names {
	private readonly publishers = new Map<string, unknown>();
	private readonly titles = new Map<string, unknown>();
	readonly mayLack: boolean;

	/**
	 * @param depth how many of a row's ids have titles that are wanted: 1 for campaigns alone, 3 for previews too
	 * @param mayLack whether rows are wanted without them, too, where they cannot be had
	 */
	constructor(
		private readonly depth: number,
		{ mayLack = false } = {},
	) {
		this.mayLack = mayLack;
	}

	learnPublishers(publishers: ReadonlyMap<string, unknown>): void {
		for (const [id, name] of publishers) this.publishers.set(id, name);
	}

	learn(campaigns: readonly Campaign[]): void {
		for (const { id, title, publications } of campaigns) {
			this.titles.set(keyOf(id), title);
			if (this.depth === 1) continue;
			for (const publication of publications ?? []) {
				this.titles.set(keyOf(id, publication.id), publication.title);
				if (this.depth === 2) continue;
				for (const preview of publication.previews ?? [])
					this.titles.set(keyOf(id, publication.id, preview.id), preview.title);
			}
		}
	}

	/** A row with its publisher in front and a title behind each of its ids; null where nobody knows it. */
	named(publisherId: string, row: Row): Row {
		const named: Row = { publisherId, publisherName: this.publishers.get(publisherId) ?? null };
		const ids: unknown[] = [];
		for (const [id, title] of TITLES) {
			if (!Object.hasOwn(row, id)) continue;
			ids.push(row[id]);
			named[id] = row[id];
			named[title] = this.titles.get(keyOf(...ids)) ?? null;
		}
		return Object.assign(named, row);
	}
}

/** Ids as columns, with the publisher in front and a title behind each. */
export function namedColumns(ids: readonly string[]): string[] {
	return ['publisherId', 'publisherName', ...TITLES.filter(([id]) => ids.includes(id)).flat()];
}
