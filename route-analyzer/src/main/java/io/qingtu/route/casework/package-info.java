/** From a finding to a closed case (立案、派遣、处置、反馈、核查、结案、评价): stages, moves, limits. */
package io.qingtu.route.casework;
