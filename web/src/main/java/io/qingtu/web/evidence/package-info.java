/**
 * An alert as evidence that leaves the house: {@link io.qingtu.web.evidence.Dossier} is all that is
 * on file of it, {@code DossierFiles} makes files of it, {@link
 * io.qingtu.web.evidence.EvidenceBundle} puts them into one signed file and {@link
 * io.qingtu.web.evidence.BundleCheck} says whether such a file is what was signed.
 */
package io.qingtu.web.evidence;
