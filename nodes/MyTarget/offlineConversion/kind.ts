import { kindNames } from '../../shared/operations/object-resource';

/** Lists of offline conversions (sheet 3.12, 3.31). */
export const offlineConversion = {
	...kindNames('offline conversion'),
	collection: '/api/v2/remarketing/offline_goals',
} as const;
