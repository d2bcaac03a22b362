import type { Row } from '../../../connector/rows';
import { choiceField } from '../../shared/parameters/choice-field';
import type { Level } from '../api';
import type { Campaign, Preview, Publication } from '../schemas';

export const level = choiceField<Level>({
	displayName: 'Level',
	name: 'level',
	type: 'options',
	options: [
		{ name: 'Campaigns', value: 'campaigns', description: 'Each campaign as a whole' },
		{
			name: 'Previews',
			value: 'previews',
			description: 'Covers of publications: a headline with a picture',
		},
		{
			name: 'Publications',
			value: 'publications',
			description: 'Articles, videos, posts and galleries of the campaigns',
		},
	],
	default: 'campaigns',
	description: 'What to count, one row per day each',
});

/**
 * The rows that a campaign gives at a level: itself, its publications, or their previews, the latter two flat and with
 * what they belong to. Preview ids repeat those of publications (trap 19), so nothing is keyed by them.
 */
export function levelRows(campaign: Campaign, level: Level): Row[] {
	if (level === 'campaigns') return [campaign];
	const campaignKeys = { campaignId: campaign.id, campaignTitle: campaign.title ?? null };
	const publications = campaign.publications ?? [];
	if (level === 'publications')
		return publications.map(({ previews: _previews, ...publication }) => ({
			...campaignKeys,
			...publication,
		}));
	return publications.flatMap(({ id, title, previews }) =>
		(previews ?? []).map((preview) => ({
			...campaignKeys,
			publicationId: id,
			publicationTitle: title ?? null,
			...preview,
		})),
	);
}

/** Sets what the platform leaves out when it is false (sheet 3.1), at all levels. */
export function withFlags(campaign: Campaign): Campaign {
	return {
		...campaign,
		isArchived: campaign.isArchived ?? false,
		publications: campaign.publications?.map((publication) => ({
			...flagged(publication),
			previews: publication.previews?.map(flagged),
		})),
	};
}

function flagged<Part extends Publication | Preview>(part: Part): Part {
	return { ...part, isDisabled: part.isDisabled ?? false, isDeleted: part.isDeleted ?? false };
}
