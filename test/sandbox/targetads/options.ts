/** Section numbers are those of the fact sheet of TargetADS. */
export interface TargetAdsOptions {
	token: string;
	projectId: number;
	/** Another seed is another project: other names, other rows. */
	seed: number;
	/** How many placements the project has (3.1: 773 were seen in one answer). */
	placements: number;
	/** Average rows per day x placement x interaction type. */
	rowsPerCell: number;
	/** Placement ids per raw and path request (5.1). */
	maxIds: number;
	/** Placement ids per aggregated request (5.1). */
	maxIdsAggregated: number;
	/** Days per v1 raw and path request. */
	maxWindowDays: number;
	/** How many days back from today a job reaches (3.7). */
	jobHistoryDays: number;
	/** Envelope of v1 raw and path pages (T3). The aggregated report always answers `Rows`. */
	envelope: 'data' | 'Rows';
	/** Key of the placement list (T2). */
	campaignsKey: 'campaigns' | 'meta';
	/** token_validate answers 200 with nothing in it (T5). */
	emptyTokenBody: boolean;
	/** When the token expires, in milliseconds or ISO 8601; by default 200 days from now. */
	expiresAt?: number | string;
	/** Body of the v2 raw order (T6). */
	jobDialect: 'documented' | 'flat';
	/** How many polls answer PROCESSING. */
	jobPolls: number;
	/** Job files are gzip (T7). */
	gzip: boolean;
	/** Why an event that is right in itself is refused all the same; undefined for one that is taken. */
	refuseEvent?: (event: Readonly<Record<string, unknown>>) => string | undefined;
}

export const DEFAULT_OPTIONS: TargetAdsOptions = {
	// Looks like a JWT (section 1): {"alg":"none"} . {"sandbox":true} . "sandbox-not-a-secret"
	token: 'eyJhbGciOiJub25lIn0.eyJzYW5kYm94Ijp0cnVlfQ.sandbox-not-a-secret',
	projectId: 12486,
	seed: 1,
	placements: 773,
	rowsPerCell: 0.55,
	maxIds: 10,
	maxIdsAggregated: 20,
	maxWindowDays: 31,
	jobHistoryDays: 90,
	envelope: 'data',
	campaignsKey: 'campaigns',
	emptyTokenBody: false,
	jobDialect: 'documented',
	jobPolls: 2,
	gzip: true,
};
