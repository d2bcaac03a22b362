export { waitForJob, type Job, type JobParts, type PollPolicy } from './job';
